/** Refused logins after which the PBX blocks the client's address (vendor's digest of the security rules: five). */
const refusalsUntilBlocked = 5;

/** Counts refused logins and knows whether the client is blocked. */
type Logins = {
  readonly refused: number;
  readonly blocked: boolean;
  refuse: () => void;
  /** What an administrator does under Security > Security Rules > Blocked IPs; the count starts over. */
  unblock: () => void;
};

/** A guard that has seen no login yet. A success does not reset the count: nobody documents that it would. */
export function createLogins(): Logins {
  let refused = 0;
  return {
    get refused() {
      return refused;
    },
    get blocked() {
      return refused >= refusalsUntilBlocked;
    },
    refuse: () => {
      refused += 1;
    },
    unblock: () => {
      refused = 0;
    },
  };
}
