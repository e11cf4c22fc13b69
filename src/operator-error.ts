/**
 * Something that the operator can mend. Its message is written for that reader: what happened and what to do, with
 * nothing in it that is secret or somebody's.
 */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}
