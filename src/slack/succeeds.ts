/** Whether something worked, where why it did not makes no difference to what happens next. */
export const succeeds = (attempt: Promise<unknown>): Promise<boolean> =>
  attempt.then(
    () => true,
    () => false,
  );
