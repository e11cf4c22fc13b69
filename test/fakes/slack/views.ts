import { randomBytes } from 'node:crypto';
import { type HomeData, type ModalData, readHome, readModal } from './blocks.js';
import { slackId } from './ids.js';
import { CommandError } from './refusal.js';
import type { Workspace } from './workspace.js';

/** A form that is open on a person's screen. */
export interface ModalView {
  readonly id: string;
  readonly personId: string;
  /** The act that opened it. */
  readonly tapId: string;
  data: ModalData;
  hash: string;
  /** The app's errors, by block. */
  errors: Readonly<Record<string, string>>;
}

/** A person's Home tab. */
export interface HomeView {
  readonly id: string;
  readonly personId: string;
  data: HomeData;
  hash: string;
}

/** 250 kB: https://docs.slack.dev/reference/methods/views.open#errors */
const LARGEST_VIEW = 250_000;

/** https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
const TRIGGER_LIFE_MS = 3000;

/** A trigger is valid once, for three seconds. */
interface Trigger {
  readonly personId: string;
  readonly tapId: string;
  readonly until: number;
  used: boolean;
}

/** Forms and Home tabs of one fake Slack, and the triggers that open forms. */
export class Views {
  readonly #modals = new Map<string, ModalView>();
  readonly #homes = new Map<string, HomeView>();
  readonly #triggers = new Map<string, Trigger>();
  /** How many modals were opened and Home tabs published. */
  opened = 0;
  published = 0;

  constructor(
    readonly workspace: Workspace,
    readonly now: () => number,
  ) {}

  trigger(personId: string, tapId: string): string {
    const id = `${Date.now()}.${this.#triggers.size}.${randomBytes(16).toString('hex')}`;
    this.#triggers.set(id, { personId, tapId, until: this.now() + TRIGGER_LIFE_MS, used: false });
    return id;
  }

  open(triggerId: string, view: unknown): ModalView {
    const trigger = this.#triggers.get(triggerId);
    if (trigger === undefined) throw new CommandError('invalid_trigger_id');
    if (trigger.used) throw new CommandError('exchanged_trigger_id');
    if (this.now() > trigger.until) throw new CommandError('expired_trigger_id');
    if (JSON.stringify(view).length > LARGEST_VIEW) throw new CommandError('view_too_large');
    const data = readModal(view);
    trigger.used = true;
    this.opened += 1;
    const { personId, tapId } = trigger;
    const modal: ModalView = { id: slackId('V'), personId, tapId, data, hash: newHash(), errors: {} };
    this.#modals.set(personId, modal);
    return modal;
  }

  publish(personId: string, view: unknown, hash?: string): HomeView {
    if (!this.workspace.people.has(personId)) throw new CommandError('user_not_found');
    const known = this.#homes.get(personId);
    if (hash !== undefined && known !== undefined && hash !== known.hash)
      throw new CommandError('hash_conflict');
    const home: HomeView = {
      id: known?.id ?? slackId('V'),
      personId,
      data: readHome(view),
      hash: newHash(),
    };
    this.#homes.set(personId, home);
    this.published += 1;
    return home;
  }

  update(viewId: string, view: unknown, hash?: string): ModalView | HomeView {
    const known = [...this.#modals.values(), ...this.#homes.values()].find(({ id }) => id === viewId);
    if (known === undefined) throw new CommandError('not_found');
    if (hash !== undefined && hash !== known.hash) throw new CommandError('hash_conflict');
    if ('tapId' in known) known.data = readModal(view);
    else known.data = readHome(view);
    known.hash = newHash();
    return known;
  }

  modalOf(personId: string): ModalView | null {
    return this.#modals.get(personId) ?? null;
  }

  homeOf(personId: string): HomeView | null {
    return this.#homes.get(personId) ?? null;
  }

  close(modal: ModalView): void {
    if (this.#modals.get(modal.personId) === modal) this.#modals.delete(modal.personId);
  }

  /** A view as payloads and answers carry it. */
  wire(view: ModalView | HomeView, values: object = {}): object {
    const { teamId, appId, botId } = this.workspace;
    return {
      id: view.id,
      team_id: teamId,
      private_metadata: '',
      callback_id: '',
      external_id: '',
      clear_on_close: false,
      notify_on_close: false,
      ...view.data,
      state: { values },
      hash: view.hash,
      previous_view_id: null,
      root_view_id: view.id,
      app_id: appId,
      app_installed_team_id: teamId,
      bot_id: botId,
    };
  }
}

function newHash(): string {
  return `${Date.now()}.${randomBytes(4).toString('hex')}`;
}
