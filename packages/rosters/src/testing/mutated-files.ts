import fc from 'fast-check';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Bytes that mean something to one of the formats. */
const telling = ['<', '>', '"', ';', '\n', '&', '\0', 'é', '<!DOCTYPE x>', '&a;', '=1+1', ']]>'];

type Mutation = (bytes: Uint8Array) => Uint8Array;
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (bytes: Uint8Array, where: number): number => Math.floor(where * bytes.length);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.nat(255)).map(([where, byte]): Mutation => {
    return (bytes) => bytes.with(at(bytes, where), byte);
  }),
  place.map(
    (where): Mutation =>
      (bytes) =>
        bytes.slice(0, at(bytes, where)),
  ),
  fc.tuple(place, fc.constantFrom(...telling)).map(([where, text]): Mutation => {
    return (bytes) => {
      const cut = at(bytes, where);
      return Buffer.concat([bytes.subarray(0, cut), utf8(text), bytes.subarray(cut)]);
    };
  }),
  fc.tuple(place, place).map(([from, to]): Mutation => {
    return (bytes) => {
      const [start = 0, end = 0] = [at(bytes, from), at(bytes, to)].sort((a, b) => a - b);
      return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    };
  }),
  fc.tuple(place, place).map(([from, to]): Mutation => {
    return (bytes) => {
      const [start = 0, end = 0] = [at(bytes, from), at(bytes, to)].sort((a, b) => a - b);
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
    };
  }),
);

/** Files as they should not be: cut, doubled, with bytes changed and put in. */
export const mutatedFrom = (whole: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(fc.constantFrom(...whole), fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([bytes, changes]) =>
      changes.reduce((given, change) => (given.length === 0 ? given : change(given)), bytes),
    );
