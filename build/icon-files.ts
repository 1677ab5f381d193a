/** The two containers that desktops ask for; both may hold PNGs as they are. */

export interface Picture {
  /** Its width and height. */
  pixels: number;
  png: Uint8Array;
}

const ICO_HEAD = 6;
const ICO_ENTRY = 16;

/** Windows: a head, a list of what there is and where, then the pictures. At most 256 pixels, which is written 0. */
export function ico(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(ICO_HEAD + ICO_ENTRY * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ pixels, png }, i) => {
    if (pixels > 256) throw new RangeError(`an .ico holds no picture of ${pixels} pixels`);
    const at = ICO_HEAD + ICO_ENTRY * i;
    head.writeUInt8(pixels % 256, at);
    head.writeUInt8(pixels % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/**
 * macOS: by a code for each size, and one for the same at twice the density. Those for 16 and 32 plain pixels hold
 * no PNG that every system reads; it makes them from the next larger.
 */
export const ICNS_TYPES: Readonly<Record<string, number>> = {
  ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024,
}; // prettier-ignore

/** @throws where a size is missing */
export function icns(pictures: readonly Picture[]): Buffer {
  const parts = Object.entries(ICNS_TYPES).map(([type, pixels]) => {
    const picture = pictures.find((one) => one.pixels === pixels);
    if (!picture) throw new RangeError(`an .icns needs a picture of ${pixels} pixels`);
    return part(type, picture.png);
  });
  return part('icns', Buffer.concat(parts));
}

function part(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
