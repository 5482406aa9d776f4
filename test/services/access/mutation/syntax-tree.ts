import type { SourceFile } from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';

const project = { compilerOptions: { noLib: true, noResolve: true, types: [] }, files: ['module.ts'] };

/** Hands the syntax tree of a TypeScript text to `read`, while the compiler that made it is there. */
export function withSyntaxTree<Result>(text: string, read: (tree: SourceFile) => Result): Result {
  const fs = createVirtualFileSystem({ '/tsconfig.json': JSON.stringify(project), '/module.ts': text });
  const api = new API({ cwd: '/', fs });
  try {
    const snapshot = api.updateSnapshot({ openProjects: ['/tsconfig.json'] });
    const tree = snapshot.getProject('/tsconfig.json')?.program.getSourceFile('/module.ts');
    if (tree === undefined) throw new Error('the compiler gave no syntax tree');
    return read(tree);
  } finally {
    api.close();
  }
}
