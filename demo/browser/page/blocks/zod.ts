import { z } from 'zod';

// The page may not make code out of text; zod would try, for speed, and the browser would complain.
z.config({ jitless: true });

export { z };
