import { myEmail, noEmail } from './actors.ts';
import { bearing, byEmail, mine, type Right, right } from './right.ts';

/** What an e-mail address comes to. */
export const rightsByAddress: readonly Right[] = [
  right('the extension’s address is theirs', byEmail('own_extension'), { extension: mine }),
  right('the address is written otherwise on the phone system', byEmail('own_extension'), {
    extension: bearing('  Leo.BALL@Example.COM\t'),
  }),
  right('the address is theirs and the day unknown', byEmail('own_extension'), { extension: mine, callDay: null }),
  right('several extensions have the address', byEmail('email_clash'), {
    extension: bearing(myEmail, false),
  }),
  right('the extension’s address is somebody else’s', 'no_rule', {
    extension: bearing('leo.bell@example.com'),
  }),
  right('the extension’s address only begins like theirs', 'no_rule', {
    extension: bearing(`${myEmail}.au`),
  }),
  right('the extension’s address is empty', 'no_rule', { extension: bearing('') }),
  right('the extension’s address is none either', 'no_rule', { extension: bearing(noEmail) }),
  right('the extension’s address is blank', 'no_rule', { extension: bearing('  ') }),
  right('addresses are not matched', 'no_rule', { extension: mine, rules: { matchesEmail: false } }),
];
