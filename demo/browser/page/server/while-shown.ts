/**
 * Does something while the tab is in front, and gives the way to end it for good. A browser keeps six connections to one
 * server: were each of seven tabs to hold one all the time, the last could not even send a click.
 */
export function whileShown(begin: () => () => void): () => void {
  let end: (() => void) | null = null;
  const look = () => {
    if (document.visibilityState === 'hidden') {
      end?.();
      end = null;
    } else end ??= begin();
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    end?.();
  };
}
