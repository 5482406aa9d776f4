import { parseConfig } from '../config/config.ts';
import type { Environment, ReadTextFile } from '../config/files.ts';
import { ConfigError } from '../config/problems.ts';
import type { NumbersWithEmail } from '../services/access/person-facts.ts';
import { pbxStoreOf } from '../services/yeastar/account.ts';
import { createYeastarPhoneSystem } from '../services/yeastar/phone-system.ts';
import { createSqliteStore } from '../store/sqlite-store.ts';

/** The PBX, as far as it tells whose e-mail address stands with which extension. */
export interface AddressBook extends AsyncDisposable {
  readonly numbersWithEmail: NumbersWithEmail;
}

/**
 * Asks the PBX with the app's own settings, token and record of sign-ins, so that a question costs no sign-in of its own
 * while the app has a token. Null while the settings are not those of an app that could start.
 */
export function openAddressBook(env: Environment, readTextFile: ReadTextFile): AddressBook | null {
  const config = configOf(env, readTextFile);
  if (config === null) return null;
  const store = createSqliteStore(config.storeFile);
  const phoneSystem = createYeastarPhoneSystem(config.yeastar, { store: pbxStoreOf(store, config.yeastar) });
  return {
    numbersWithEmail: phoneSystem.numbersWithEmail,
    async [Symbol.asyncDispose]() {
      await phoneSystem.close();
      await store.close();
    },
  };
}

function configOf(env: Environment, readTextFile: ReadTextFile) {
  try {
    return parseConfig(env, readTextFile);
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    return null;
  }
}
