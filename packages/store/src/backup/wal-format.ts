/** The running checksum of a WAL: every frame continues that of the frame before. */
export type Chain = readonly [number, number];

/** What the header of a WAL says about the frames after it. */
export interface WalFormat {
  pageSizeBytes: number;
  /** Drawn anew whenever the WAL begins again; frames with other salts are leftovers. */
  salts: string;
  littleEndian: boolean;
}

/** A point between two frames of a WAL, and the checksum that the next frame has to continue. */
export interface Place {
  offset: number;
  chain: Chain;
}

export const walHeaderBytes = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;

export function frameBytes(format: WalFormat): number {
  return FRAME_HEADER_BYTES + format.pageSizeBytes;
}

export function frameCount(format: WalFormat, offset: number): number {
  return (offset - walHeaderBytes) / frameBytes(format);
}

/** Reads the header of a WAL; null where these bytes are none (empty, torn, another format). */
export function readWalHeader(bytes: Uint8Array): { format: WalFormat; start: Place } | null {
  if (bytes.length < walHeaderBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, walHeaderBytes);
  const magic = view.getUint32(0);
  if (magic !== MAGIC && magic !== MAGIC + 1) return null;
  const littleEndian = magic === MAGIC;
  const chain = continueChain(view, 0, 24, littleEndian, [0, 0]);
  if (!isAt(view, 24, chain)) return null;
  const salts = Buffer.from(bytes.subarray(16, 24)).toString('hex');
  return {
    format: { pageSizeBytes: view.getUint32(8), salts, littleEndian },
    start: { offset: walHeaderBytes, chain },
  };
}

/** Whether the frame that ends at `place` is the one whose checksum `place` names. */
export function frameEndsAt(lastFrame: Uint8Array, format: WalFormat, place: Place): boolean {
  if (lastFrame.length < FRAME_HEADER_BYTES) return false;
  const view = new DataView(lastFrame.buffer, lastFrame.byteOffset, FRAME_HEADER_BYTES);
  return saltsOf(lastFrame, 0) === format.salts && isAt(view, 16, place.chain);
}

/** Follows the frames of a WAL for as long as each continues the one before. */
export class FrameFollower {
  /** Just after the last commit seen; what is beyond belongs to no finished transaction. */
  committed: Place;
  readonly #format: WalFormat;
  #place: Place;

  constructor(format: WalFormat, from: Place) {
    this.#format = format;
    this.#place = from;
    this.committed = from;
  }

  /** Takes whole frames that follow those before; false once one does not continue the chain. */
  take(frames: Uint8Array): boolean {
    const { littleEndian, salts } = this.#format;
    const size = frameBytes(this.#format);
    const view = new DataView(frames.buffer, frames.byteOffset, frames.length);
    for (let at = 0; at + size <= frames.length; at += size) {
      if (saltsOf(frames, at) !== salts) return false;
      const middle = continueChain(view, at, at + 8, littleEndian, this.#place.chain);
      const chain = continueChain(view, at + FRAME_HEADER_BYTES, at + size, littleEndian, middle);
      if (!isAt(view, at + 16, chain)) return false;
      this.#place = { offset: this.#place.offset + size, chain };
      // A frame that ends a transaction carries the size of the database after it.
      if (view.getUint32(at + 4) !== 0) this.committed = this.#place;
    }
    return true;
  }
}

function saltsOf(frames: Uint8Array, at: number): string {
  return Buffer.from(frames.buffer, frames.byteOffset + at + 8, 8).toString('hex');
}

function isAt(view: DataView, at: number, chain: Chain): boolean {
  return view.getUint32(at) === chain[0] && view.getUint32(at + 4) === chain[1];
}

function continueChain(
  view: DataView,
  from: number,
  to: number,
  littleEndian: boolean,
  chain: Chain,
): Chain {
  let [first, second] = chain;
  for (let at = from; at < to; at += 8) {
    first = (first + view.getUint32(at, littleEndian) + second) | 0;
    second = (second + view.getUint32(at + 4, littleEndian) + first) | 0;
  }
  return [first >>> 0, second >>> 0];
}
