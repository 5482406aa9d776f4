import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Each test file is a process of its own and reads the same modules: what one has stripped of its types, the others find
// ready. Programs that tests start take the folder from the environment.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/compiled');
enableCompileCache(process.env.NODE_COMPILE_CACHE);
