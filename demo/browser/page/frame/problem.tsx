import { Icon } from './icon.tsx';

/** Tells what went wrong, until it is put away. */
export function Problem({ problem, putAway }: { readonly problem: string | null; readonly putAway: () => void }) {
  return (
    <div className="problem" role="alert">
      {problem !== null && (
        <>
          <p>{problem}</p>
          <button type="button" className="icon-button" aria-label="Put this away" onClick={putAway}>
            <Icon name="close" />
          </button>
        </>
      )}
    </div>
  );
}
