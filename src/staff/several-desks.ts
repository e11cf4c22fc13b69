import type { Petition } from '../petition/petition.js';
import { paragraph, text } from '../petition/rich-text.js';
import type { StaffDesk, StaffMessage } from './desk.js';
import { misunderstood } from './help.js';
import { staffVoice } from './voice.js';

/** One petition's desk. */
export interface PetitionDesk {
  readonly petition: Petition;
  readonly staff: StaffDesk;
}

/** `--petition another`, anywhere in the words. Telephones replace two dashes by a long one. */
const OPTION = /(?:^|\s)(?:--|[—–])petition(?:=|\s+)(\S+)/u;

/** Between a petition's name and its desk's code; no name has this character. */
const BETWEEN = '_';

/**
 * One desk over the desks of several petitions. A room that belongs to one petition asks only that one. In a room for
 * all, staff name the petition, and each message names its petition.
 * @param desks at least one
 * @param petitionOf the name of the petition to which a room belongs; null if the room is for all
 */
export function deskOfSeveral(
  desks: readonly [PetitionDesk, ...PetitionDesk[]],
  petitionOf: (room: string) => string | null,
): StaffDesk {
  const [first, ...others] = desks;
  if (others.length === 0) return first.staff;
  const named = (name: string | null) => desks.find(({ petition }) => petition.id === name);

  /** A desk's message as the room shows it: its buttons name the petition again. */
  function shown({ petition }: PetitionDesk, room: string, message: StaffMessage): StaffMessage {
    const { id } = petition;
    const { confirm, questions } = message;
    const { headline } = petition.texts(message.locale);
    const forAll = petitionOf(room) === null;
    return {
      ...message,
      body: [...(forAll ? [paragraph({ kind: 'strong', children: [text(headline)] })] : []), ...message.body],
      ...(confirm === undefined ? {} : { confirm: { ...confirm, code: `${id}${BETWEEN}${confirm.code}` } }),
      ...(questions === undefined || !forAll
        ? {}
        : {
            questions: questions.map((question) => ({
              ...question,
              words: `${question.words} --petition ${id}`,
            })),
          }),
    };
  }

  function unnamed(room: string): StaffMessage {
    const own = named(petitionOf(room));
    const voice = staffVoice((own ?? first).petition);
    const names = (own === undefined ? desks : [own]).map(({ petition }) => petition.id).join(', ');
    return misunderstood(voice, voice.say('staff-problem-petition', { names }));
  }

  return {
    commands: first.staff.commands,
    async ask(words, who, room) {
      const asked = OPTION.exec(words)?.[1];
      const desk = named(petitionOf(room) ?? asked ?? null);
      // A room of one petition says nothing about another one.
      if (desk === undefined || (asked !== undefined && asked !== desk.petition.id)) return unnamed(room);
      return shown(desk, room, await desk.staff.ask(words.replace(OPTION, ''), who, room));
    },
    async confirm(code, who, room) {
      const end = code.indexOf(BETWEEN);
      const asked = named(code.slice(0, end)) ?? first;
      // The code of another room's petition is unknown to this room's desk.
      const desk = named(petitionOf(room)) ?? asked;
      return shown(desk, room, await desk.staff.confirm(code.slice(end + 1), who, room));
    },
    async serve(place, signal) {
      await Promise.all(
        desks.map((desk) =>
          desk.staff.serve(
            {
              ...place,
              rooms: place.rooms.filter((room) => [null, desk.petition.id].includes(petitionOf(room))),
              post: (room, message) => place.post(room, shown(desk, room, message)),
            },
            signal,
          ),
        ),
      );
    },
    isServed: () => desks.some(({ staff }) => staff.isServed()),
  };
}
