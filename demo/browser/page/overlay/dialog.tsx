import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface DialogProps {
  readonly className: string;
  readonly labelledBy: string;
  /** The person pressed Escape. */
  readonly close: () => void;
  readonly children: ReactNode;
}

/** Opens what it holds above everything else; the keyboard stays in it, and goes back to where it was afterwards. */
export function Dialog({ className, labelledBy, close, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      {children}
    </dialog>
  );
}
