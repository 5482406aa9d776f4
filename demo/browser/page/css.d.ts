/** A stylesheet; the bundler puts it into the page's own. */
declare module '*.css';
