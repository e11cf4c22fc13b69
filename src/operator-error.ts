/**
 * An error that the operator can mend. Its message tells the operator what happened and what to do. It holds no
 * secret and nothing about a person.
 */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}
