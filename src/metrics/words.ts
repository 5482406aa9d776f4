/** The words of a label, taken from a record that has to have them all: a word that is missing there does not compile. */
export const wordsOf = <Word extends string>(record: Readonly<Record<Word, unknown>>): readonly Word[] =>
  Object.keys(record) as Word[];
