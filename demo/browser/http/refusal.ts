/** Why a request is not answered as it was meant: an HTTP status and a sentence. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: 400 | 403 | 404 | 413 | 415, sentence: string) {
    super(sentence);
    this.status = status;
  }
}
