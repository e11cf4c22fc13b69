import { conversationSchema } from '../../../src/conversation/conversation.js';
import type { Message } from '../../../src/conversation/message.js';
import type { Bot } from './bot.js';
import { type Deed, PETITIONS, type PetitionId } from './deeds.js';

/**
 * Says which petitions must get what a person does. It knows what the person has seen and what is stored, and nothing of
 * how the switchboard decides.
 */
export class RoutingOracle {
  /** The petition that the person has opened last. */
  chosen: PetitionId | null = null;
  /** The buttons that each petition has shown this person. */
  readonly #buttons = new Map<PetitionId, string[]>();
  readonly #forward = new Map<PetitionId, string>();
  /** The bot's own buttons. */
  readonly choosers: string[] = [];

  constructor(
    private readonly bot: Bot,
    private readonly key: string,
  ) {}

  /** Takes in what the person sees. */
  saw(messages: readonly Message[]): void {
    for (const { petition, role, buttons } of messages) {
      const from = PETITIONS.find((id) => id === petition);
      const codes = buttons.flatMap((button) => (button.kind === 'link' ? [] : [button.code]));
      const own = codes.filter((code) => !code.includes('.choose.'));
      this.choosers.push(...codes.filter((code) => !own.includes(code)));
      if (from === undefined) continue;
      this.#buttons.set(from, [...this.buttonsOf(from), ...own]);
      const [first] = own;
      if (role === 'screen' && first !== undefined) this.#forward.set(from, first);
    }
  }

  buttonsOf(petition: PetitionId): readonly string[] {
    return this.#buttons.get(petition) ?? [];
  }

  forward(petition: PetitionId): string | undefined {
    return this.#forward.get(petition);
  }

  /** In the bot's order. Null where it depends on a button of the bot's own, or on the last event. */
  expected(deed: Deed): readonly PetitionId[] | null {
    switch (deed.kind) {
      case 'link':
      case 'forward':
      case 'unsent':
      case 'button':
      case 'receipt':
        return [deed.petition];
      case 'stolen':
        return this.#toChosen();
      case 'command':
        return this.#afterCommand(deed.command);
      case 'text':
        return deed.text === 'stop' && !this.#chosenAsksForText()
          ? this.#afterCommand('stop')
          : this.#toChosen();
      case 'chooser':
      case 'take-all':
      case 'again':
      case 'restart':
        return null;
    }
  }

  /** Follows what has happened: which petitions got the event, and whether the person was to be answered. */
  happened(reached: readonly PetitionId[], wasAnswered: boolean, wasCancelled: boolean): void {
    const [only, ...others] = reached;
    if (wasCancelled) this.chosen = null;
    else if (only !== undefined && others.length === 0 && wasAnswered) this.chosen = only;
  }

  #toChosen(): readonly PetitionId[] {
    return this.chosen === null ? [] : [this.chosen];
  }

  #afterCommand(command: Extract<Deed, { kind: 'command' }>['command']): readonly PetitionId[] {
    const rows = PETITIONS.map((id) => ({ id, row: this.bot.ledger(id).rows()[this.key] }));
    const where = (holds: (row: NonNullable<(typeof rows)[number]['row']>) => boolean) => {
      const ids = rows.filter(({ row }) => row !== undefined && holds(row)).map(({ id }) => id);
      return ids.length === 0 ? [this.chosen ?? PETITIONS[0]] : ids;
    };
    switch (command) {
      case 'mydata':
        return where(() => true);
      case 'stop':
        return where(({ updates }) => updates !== null);
      case 'cancel':
        return where(({ conversation }) => stepOf(conversation) !== 'welcome');
      case 'withdraw': {
        const signed = where(({ signature }) => signature !== null);
        // The bot itself asks which one.
        return signed.length > 1 ? [] : signed;
      }
      case 'petitions':
        return [];
      default:
        return this.#toChosen();
    }
  }

  #chosenAsksForText(): boolean {
    if (this.chosen === null) return false;
    const row = this.bot.ledger(this.chosen).rows()[this.key];
    if (row?.conversation == null) return false;
    const { place, question } = conversationSchema.parse(JSON.parse(row.conversation));
    return place.step === 'name' || (question ?? null) !== null;
  }
}

function stepOf(conversation: string | null): string | null {
  return conversation === null ? 'welcome' : conversationSchema.parse(JSON.parse(conversation)).place.step;
}
