/** What a file says of the picture in it. */
export interface ImageFacts {
  readonly type: 'image/jpeg' | 'image/png';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether it says more than the picture: cameras note the place, the time and the device. */
  readonly hasMetadata: boolean;
}

/**
 * Reads a JPEG or PNG, which its first bytes tell.
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

/** Chunks of words and of what the camera notes, by their names. */
const PNG_METADATA = ['eXIf', 'tEXt', 'zTXt', 'iTXt'].map((name) => Buffer.from(name).readUInt32BE());
const PNG_END = Buffer.from('IEND').readUInt32BE();

function pngFacts(view: DataView): ImageFacts {
  let hasMetadata = false;
  // Each chunk: 4 bytes of length, 4 of name, the data, 4 of checksum. The first one has the size.
  for (let at = 8; ; at += 12 + view.getUint32(at)) {
    const name = view.getUint32(at + 4);
    if (name === PNG_END) break;
    if (PNG_METADATA.includes(name)) hasMetadata = true;
  }
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20), hasMetadata };
}

/** The marker at the beginning. The others are from table B.1 of https://www.w3.org/Graphics/JPEG/itu-t81.pdf */
const JPEG = 0xffd8;
/** Application segments: Exif and XMP, and IPTC. */
const JPEG_METADATA = [0xffe1, 0xffed];
const JPEG_SCAN = 0xffda;
/** In the range of frames, but none. */
const NO_FRAME = [0xffc4, 0xffc8, 0xffcc];

function jpegFacts(view: DataView): ImageFacts | null {
  let hasMetadata = false;
  let size: { readonly width: number; readonly height: number } | null = null;
  // Each segment: 2 bytes of marker, 2 of length, which counts itself, the data.
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker < 0xff01) return null;
    if (marker === JPEG_SCAN) break;
    if (JPEG_METADATA.includes(marker)) hasMetadata = true;
    if (marker >= 0xffc0 && marker <= 0xffcf && !NO_FRAME.includes(marker))
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
  return size === null ? null : { type: 'image/jpeg', ...size, hasMetadata };
}
