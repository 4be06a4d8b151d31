import { createCipheriv, createHash } from 'node:crypto';

/** What an id stands for: the n-th of one kind is never the n-th of another. */
export const kindOfId = {
  school: 1,
  class: 2,
  pupil: 3,
  teacher: 4,
  assessment: 5,
  attempt: 6,
  clientKey: 7,
  look: 8,
  session: 9,
  digest: 10,
} as const;

type Kind = keyof typeof kindOfId;

/**
 * Ids that a seed determines: the n-th of a kind is the same whenever it is asked for, so that
 * however many there are, none has to be kept.
 */
export function seededIds(seed: string) {
  const key = createHash('sha256').update(seed).digest().subarray(0, 16);
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  const block = Buffer.alloc(16);

  function bytesOf(kind: Kind, rank: number): Buffer {
    block.writeUInt32BE(kindOfId[kind], 0);
    block.writeUInt32BE(Math.floor(rank / 2 ** 32), 8);
    block.writeUInt32BE(rank % 2 ** 32, 12);
    return cipher.update(block);
  }

  function uuid(bytes: Buffer, version: number): string {
    bytes.writeUInt8((version << 4) | (bytes.readUInt8(6) & 0x0f), 6);
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  return {
    /** As the API makes them: they begin with the instant they were made at. */
    timed(kind: Kind, rank: number, atMs: number): string {
      const bytes = bytesOf(kind, rank);
      bytes.writeUIntBE(atMs, 0, 6);
      return uuid(bytes, 7);
    },
    /** As a browser makes them. */
    random: (kind: Kind, rank: number) => uuid(bytesOf(kind, rank), 4),
    /** As wide as a SHA-256 in hexadecimal. */
    digest: (kind: Kind, rank: number) =>
      bytesOf(kind, rank).toString('hex') + bytesOf('digest', rank).toString('hex'),
  };
}

export type SeededIds = ReturnType<typeof seededIds>;
