/**
 * How many presses of the first button lead from the first screen to the name step: each page of the story, the
 * letter, the consent, and "I agree". One more press signs without a name.
 */
export const PRESSES_TO_NAME = { sample: 3 + 3, zefzafi: 2 + 3 } as const;
