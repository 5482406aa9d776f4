/** How the PBX is set to write a date. The vendor shows the first (Yeastar: query-pbx-information page); others are likely. */
export type DateFormat = 'YYYY/MM/DD' | 'MM/DD/YYYY' | 'DD/MM/YYYY' | 'YYYY-MM-DD' | 'MM-DD-YYYY' | 'DD-MM-YYYY';

/** The 24-hour clock, as the vendor shows it, or a 12-hour clock, whose spelling nobody documents. */
export type TimeFormat = 'hh:mm:ss' | 'hh:mm:ss AM/PM';
