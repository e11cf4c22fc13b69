import { CARD_HEIGHT, CARD_WIDTH, type Card, type CardPicture } from './card.js';
import { createBreaker, type Direction, type Line, type Run, type WidthOf } from './card-lines.js';
import { type Column, cut, EMPTY, linesIn, type Stack, sideBySide, spaced, stackOf } from './card-stacks.js';

// All sizes are in pixels. A telephone shows a card at a third of its size.

/** The band of colour at the edge where a line begins. */
const BAND = 18;
/** From the picture's edges to the words. */
const EDGE = 64;
/** The width of the picture beside the words. */
const PICTURE = 400;
const BAR = 20;
const GAP = 28;

interface Sizes {
  /** From the size for a few words to the one for a whole sentence. */
  readonly headline: readonly number[];
  readonly line: number;
  readonly small: number;
  readonly count: readonly { readonly number: number; readonly words: number }[];
}

/** Arabic letters look smaller than Latin ones of the same size. */
const SIZES: Readonly<Record<Direction, Sizes>> = {
  ltr: {
    headline: [92, 84, 76, 68, 60, 54, 48, 42],
    line: 36,
    small: 28,
    count: [
      { number: 84, words: 40 },
      { number: 68, words: 36 },
      { number: 56, words: 34 },
    ],
  },
  rtl: {
    headline: [100, 92, 84, 76, 68, 60, 54, 46],
    line: 40,
    small: 32,
    count: [
      { number: 84, words: 46 },
      { number: 68, words: 40 },
      { number: 56, words: 38 },
    ],
  },
};
/** The size of the credit: the licence asks for it, but nobody reads it in a chat. */
const CREDIT_SIZE = 18;

/**
 * The card as an SVG. Headline and line stand at the top, the number at the foot.
 * @param widthOf measures text as it will be drawn
 */
export function cardSvg(card: Card, picture: CardPicture | null, widthOf: WidthOf): string {
  const { direction, colours } = card;
  const [left, right] = [BAND + EDGE, CARD_WIDTH - EDGE - (picture === null ? 0 : PICTURE)];
  const mirrored = (x: number) => (direction === 'ltr' ? x : CARD_WIDTH - x);
  const column: Column = {
    direction,
    breaker: createBreaker(widthOf, direction),
    width: right - left,
    start: mirrored(left),
    end: mirrored(right),
  };
  const foot = card.count === null ? EMPTY : footOf(column, card, card.count);
  const room = CARD_HEIGHT - 2 * EDGE - (foot === EMPTY ? 0 : foot.height + GAP);
  const head = headOf(column, card, room);
  const top = foot === EMPTY ? EDGE + (room - head.height) / 2 : EDGE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">
<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="${colours.paper}"/>
<rect x="${direction === 'ltr' ? 0 : CARD_WIDTH - BAND}" width="${BAND}" height="${CARD_HEIGHT}" fill="${colours.accent}"/>
${picture === null ? '' : pictureOf(column, picture)}
${head.draw(top)}
${foot.draw(CARD_HEIGHT - EDGE - foot.height)}
</svg>`;
}

/** The headline, as large as it fits together with the line. If it is too long at any size, it ends in an ellipsis. */
function headOf(column: Column, { headline, line, colours }: Card, room: number): Stack {
  const { breaker, width, direction } = column;
  const sizes = SIZES[direction];
  const gap = GAP * 0.75;
  const written = (size: number) => inOne(size, 700, colours.ink);
  const below = breaker.balanced(line, width, inOne(sizes.line, 400, colours.muted));
  const over = (above: readonly Line[], lines = below) =>
    spaced(gap, [stackOf(column, above), stackOf(column, lines)]);
  const fitting = sizes.headline.find(
    (size) => over(breaker.lines(headline, width, written(size))).height <= room,
  );
  if (fitting !== undefined) return over(breaker.balanced(headline, width, written(fitting)));
  const smallest = sizes.headline.at(-1) ?? sizes.line;
  const lines = breaker.lines(headline, width, written(smallest));
  const above = cut(lines, Math.max(1, linesIn(room * 0.7, smallest, direction)), column);
  const left = linesIn(room - stackOf(column, above).height - gap, sizes.line, direction);
  // A few words of the line say less than one more line of the headline.
  if (left < Math.min(below.length, 2))
    return stackOf(column, cut(lines, linesIn(room, smallest, direction), column));
  return over(above, cut(below, left, column));
}

/** The number, the progress, the goal, and the day. */
function footOf(column: Column, { colours }: Card, count: NonNullable<Card['count']>): Stack {
  const { breaker, width, direction } = column;
  const { sentence, number, asOf, progress } = count;
  const sizes = SIZES[direction];
  const counted = sizes.count.map((size) => {
    const words = inOne(size.words, 700, colours.ink);
    const large = inOne(size.number, 700, colours.accent);
    return breaker.balanced(sentence, width, (text) => {
      const [before = '', ...after] = text.split(number);
      if (after.length === 0) return words(text);
      return [...words(before), ...large(number), ...words(after.join(number))];
    });
  });
  const fitting = counted.find((lines) => lines.length === 1) ?? counted.at(-1) ?? [];
  const small = inOne(sizes.small, 400, colours.muted);
  const day = breaker.lines(asOf, width, small);
  if (progress === null) return spaced(GAP / 2, [stackOf(column, fitting), stackOf(column, day)]);
  const { share, goal } = progress;
  const beside = breaker.widthOf(small(goal)) + breaker.widthOf(small(asOf)) + GAP <= width;
  const below = beside
    ? sideBySide(column, small(goal), small(asOf))
    : stackOf(column, [...breaker.lines(goal, width, small), ...day]);
  return spaced(GAP / 2, [stackOf(column, fitting), bar(column, share, colours), below]);
}

function bar({ direction, width, start }: Column, share: number, colours: Card['colours']): Stack {
  const part = (length: number, top: number, fill: string) =>
    `<rect x="${direction === 'ltr' ? start : start - length}" y="${top}" width="${length}" height="${BAR}" rx="${BAR / 2}" fill="${fill}"/>`;
  // A bar that has begun can be seen, and only a goal that is reached fills it.
  const most = share < 1 ? width - BAR / 2 : width;
  const reached = share === 0 ? 0 : Math.min(Math.max(BAR, share * width), most);
  return {
    height: BAR,
    draw: (top) => part(width, top, colours.line) + part(reached, top, colours.accent),
  };
}

/** The picture at the edge where a line ends, as high as the card, with its credit at the foot. */
function pictureOf({ direction, breaker }: Column, { bytes, type, credit }: CardPicture): string {
  const x = direction === 'ltr' ? CARD_WIDTH - PICTURE : 0;
  const padding = CREDIT_SIZE * 0.75;
  const start = direction === 'ltr' ? x + padding : PICTURE - padding;
  const lines = breaker.lines(credit, PICTURE - 2 * padding, inOne(CREDIT_SIZE, 400, '#ffffff'));
  const words = stackOf({ direction, start }, lines);
  const strip = words.height + 2 * padding;
  const data = Buffer.from(bytes).toString('base64');
  return `<svg x="${x}" width="${PICTURE}" height="${CARD_HEIGHT}"><image width="${PICTURE}" height="${CARD_HEIGHT}" preserveAspectRatio="xMidYMid slice" href="data:${type};base64,${data}"/></svg>
<rect x="${x}" y="${CARD_HEIGHT - strip}" width="${PICTURE}" height="${strip}" fill-opacity="0.65"/>
${words.draw(CARD_HEIGHT - strip + padding)}`;
}

/** All letters in one size and colour. */
function inOne(size: number, weight: Run['weight'], fill: string): (text: string) => Line {
  return (text) => (text === '' ? [] : [{ text, size, weight, fill }]);
}
