import fc from 'fast-check';

export const PETITIONS = ['river', 'well', 'hill'] as const;
export const PEOPLE = ['amal', 'bea', 'carl', 'dina', 'emil'] as const;
export const COMMANDS = [
  'sign',
  'total',
  'help',
  'mydata',
  'withdraw',
  'stop',
  'cancel',
  'petitions',
] as const;

export type PetitionId = (typeof PETITIONS)[number];

/** What a person does. What it means depends on what they have seen before. */
export type Deed =
  | { readonly kind: 'link'; readonly petition: PetitionId }
  /** Presses the first button of a petition's last screen. */
  | { readonly kind: 'forward'; readonly petition: PetitionId }
  /** The same, and the answer can't be sent. */
  | { readonly kind: 'unsent'; readonly petition: PetitionId }
  /** Presses any button that a petition has ever shown. */
  | { readonly kind: 'button'; readonly petition: PetitionId; readonly which: number }
  /** Presses a button that another person got. */
  | { readonly kind: 'stolen'; readonly which: number }
  /** Presses one of the bot's own buttons. */
  | { readonly kind: 'chooser'; readonly which: number }
  /** Presses the newest button that takes all signatures back, or asks for it. */
  | { readonly kind: 'take-all' }
  | { readonly kind: 'command'; readonly command: (typeof COMMANDS)[number] }
  | { readonly kind: 'text'; readonly text: string }
  /** Writes a receipt that somebody holds in this petition. */
  | { readonly kind: 'receipt'; readonly petition: PetitionId; readonly of: number }
  /** The platform delivers the last event once more. */
  | { readonly kind: 'again' }
  /** Another process takes over. */
  | { readonly kind: 'restart' };

const petition = fc.constantFrom(...PETITIONS);
const which = fc.nat();
const kind = <Kind extends Deed['kind']>(name: Kind) => fc.constant(name);

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: kind('link'), petition }) },
  { weight: 20, arbitrary: fc.record({ kind: kind('forward'), petition }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('unsent'), petition }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('button'), petition, which }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('stolen'), which }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('chooser'), which }) },
  { weight: 4, arbitrary: fc.record({ kind: kind('command'), command: fc.constantFrom(...COMMANDS) }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('text'), text: fc.constantFrom('Amal', 'hello', 'stop') }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('receipt'), petition, of: which }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('again') }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('restart') }) },
);

/** Two whole walks, and perhaps a command about both petitions. */
const signsTwice = fc
  .tuple(
    fc.uniqueArray(petition, { minLength: 2, maxLength: 2 }),
    fc.constantFrom<readonly Deed[]>(
      [],
      [{ kind: 'command', command: 'mydata' }, { kind: 'again' }],
      [
        { kind: 'command', command: 'withdraw' },
        { kind: 'take-all' },
        { kind: 'take-all' },
        { kind: 'again' },
      ],
    ),
  )
  .map(([two, then]) => [
    ...two.flatMap((petition): Deed[] => [
      { kind: 'link', petition },
      ...Array<Deed>(7).fill({ kind: 'forward', petition }),
    ]),
    ...then,
  ]);

/** What five people do, in any order. */
export const anyLife = fc
  .array(
    fc
      .tuple(
        fc.constantFrom(...PEOPLE),
        fc.oneof(
          { weight: 14, arbitrary: anyDeed.map((deed) => [deed]) },
          { weight: 1, arbitrary: signsTwice },
        ),
      )
      .map(([person, deeds]) => deeds.map((deed) => ({ person, deed }))),
    { minLength: 10, maxLength: 60 },
  )
  .map((parts) => parts.flat());
