/** What a file says about its picture. */
export interface ImageFacts {
  readonly type: 'image/jpeg' | 'image/png';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether it has more than one still picture: cameras note the place, the time and the device. */
  readonly hasMetadata: boolean;
}

/**
 * Reads a JPEG or PNG. The first bytes say which it is.
 * @returns null for any other file, and for one that is cut short
 */
export function imageFacts(bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(0) === PNG[0] && view.getUint32(4) === PNG[1]) return pngFacts(view);
    if (view.getUint16(0) === JPEG) return jpegFacts(view);
    return null;
  } catch (error) {
    // A file that ends before it should.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The signature, https://www.w3.org/TR/png-3/#3PNGsignature */
const PNG = [0x89504e47, 0x0d0a1a0a] as const;

/** All that a still picture needs, and its colours. Other chunks hold words, times, places, or more pictures. */
const PNG_CHUNKS = new Set(
  [
    'IHDR',
    'PLTE',
    'IDAT',
    'IEND',
    'tRNS',
    'cHRM',
    'gAMA',
    'iCCP',
    'sBIT',
    'sRGB',
    'cICP',
    'bKGD',
    'pHYs',
  ].map((name) => Buffer.from(name).readUInt32BE()),
);
const PNG_HEADER = Buffer.from('IHDR').readUInt32BE();
const PNG_END = Buffer.from('IEND').readUInt32BE();

function pngFacts(view: DataView): ImageFacts | null {
  if (view.getUint32(12) !== PNG_HEADER) return null;
  let hasMetadata = false;
  let at = 8;
  // Each chunk: 4 bytes of length, 4 of name, the data, 4 of checksum. The first one has the size.
  for (let name = 0; name !== PNG_END; ) {
    name = view.getUint32(at + 4);
    if (!PNG_CHUNKS.has(name)) hasMetadata = true;
    at += 12 + view.getUint32(at);
  }
  return {
    type: 'image/png',
    width: view.getUint32(16),
    height: view.getUint32(20),
    hasMetadata: hasMetadata || at < view.byteLength,
  };
}

/** The marker at the beginning. The others are from table B.1 of https://www.w3.org/Graphics/JPEG/itu-t81.pdf */
const JPEG = 0xffd8;
const JPEG_END = 0xffd9;
const JPEG_SCAN = 0xffda;
const JPEG_COMMENT = 0xfffe;
/** Markers in the range of frames that are not frames. */
const NO_FRAME = [0xffc4, 0xffc8, 0xffcc];

function jpegFacts(view: DataView): ImageFacts | null {
  let hasMetadata = false;
  let size: { readonly width: number; readonly height: number } | null = null;
  let at = 2;
  for (let marker = view.getUint16(at); marker !== JPEG_END; marker = view.getUint16(at)) {
    if (marker < 0xff01) return null;
    // A marker may have any number of such bytes before it.
    if (marker === 0xffff) {
      at += 1;
      continue;
    }
    if (isMetadata(view, at, marker)) hasMetadata = true;
    if (marker >= 0xffc0 && marker <= 0xffcf && !NO_FRAME.includes(marker))
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Each segment: 2 bytes of marker, 2 of length, which counts itself, the data.
    at += 2 + view.getUint16(at + 2);
    if (marker === JPEG_SCAN) at = endOfScan(view, at);
  }
  if (size === null) return null;
  // Telephones add a film or a second picture after the end.
  return { type: 'image/jpeg', ...size, hasMetadata: hasMetadata || at + 2 < view.byteLength };
}

/** The next marker after the data of a scan, in which 0xff stands before a 0 or one of eight restart markers. */
function endOfScan(view: DataView, from: number): number {
  let at = from;
  for (;;) {
    const marker = view.getUint16(at);
    if (marker > 0xff00 && (marker < 0xffd0 || marker > 0xffd7)) return at;
    at += 1;
  }
}

/**
 * The application segments that a picture needs, by the words at their beginning: its shape and its colours. The length
 * excludes a small copy of the picture, which may show parts that were cut away later.
 */
const NEEDED: Readonly<Record<number, { readonly begins: string; readonly length?: number }>> = {
  65504: { begins: 'JFIF\0', length: 16 },
  65506: { begins: 'ICC_PROFILE\0' },
  65518: { begins: 'Adobe' },
};

/** Comments, and application segments of any other kind: Exif, XMP and IPTC are the most frequent. */
function isMetadata(view: DataView, at: number, marker: number): boolean {
  if (marker === JPEG_COMMENT) return true;
  if (marker < 0xffe0 || marker > 0xffef) return false;
  const needed = NEEDED[marker];
  if (needed === undefined) return true;
  const { begins, length } = needed;
  const said = Buffer.from(view.buffer, view.byteOffset + at + 4, begins.length).toString('latin1');
  return said !== begins || (length !== undefined && view.getUint16(at + 2) !== length);
}
