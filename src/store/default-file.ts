/** Where the store is when nobody says otherwise: under the folder the app is started in. */
export const defaultStoreFile = 'data/callsummary.db';
