import type { Stage } from '../stage.ts';

/** An administrator says in the access file whether other organisations may read along, and has the app take it. */
export async function allowExternal({ folder, app }: Stage, allowsExternal: boolean): Promise<void> {
  folder.writeAccessFile({ allowsExternal });
  await app.takeAccessFile();
}
