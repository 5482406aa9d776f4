import type { Stage } from '../stage.ts';
import type { News } from './news.ts';
import type { PhoneSystem } from './phone-system.ts';

/** What the page looks at and acts on. */
export interface BrowserStage {
  readonly stage: Stage;
  readonly phoneSystem: PhoneSystem;
  /** Rings whenever somebody may see something else than before. */
  readonly news: News;
}
