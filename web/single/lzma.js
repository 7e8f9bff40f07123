// Unpacks what build/lzma.go has packed: LZMA in the format of .lzma files, with
// lc=3, lp=0, pb=0 and the length in its head.

/** Where the packed bytes begin, behind the properties, the size of the dictionary and the length. */
const headLength = 13;
/** How many bytes are unpacked between two steps: the page stays at hand meanwhile. */
const stepLength = 2 ** 19;
/** How likely a bit is 0, in 2048ths, before any was seen. */
const even = 1024;

/** @param {number} n */
const bits = (n) => new Uint16Array(n).fill(even);

/** Reads single bits, each as likely 0 as those before it were. */
class RangeDecoder {
  #range = 0xffffffff;
  #code = 0;
  #at = headLength;
  #packed;

  /** @param {Uint8Array} packed */
  constructor(packed) {
    this.#packed = packed;
    for (let i = 0; i < 5; i++) this.#code = (this.#code << 8 | packed[this.#at++]) >>> 0;
  }

  #more() {
    this.#range = this.#range << 8 >>> 0;
    this.#code = (this.#code << 8 | this.#packed[this.#at++]) >>> 0;
  }

  /** @param {Uint16Array} likely @param {number} i */
  bit(likely, i) {
    const p = likely[i];
    const bound = (this.#range >>> 11) * p;
    let bit = 0;
    if (this.#code < bound) {
      this.#range = bound;
      likely[i] = p + (2048 - p >>> 5);
    } else {
      this.#range -= bound;
      this.#code -= bound;
      likely[i] = p - (p >>> 5);
      bit = 1;
    }
    if (this.#range < 0x1000000) this.#more();
    return bit;
  }

  /** A number of n bits, the highest first. @param {Uint16Array} likely @param {number} n */
  number(likely, n) {
    let m = 1;
    for (let i = 0; i < n; i++) m = m << 1 | this.bit(likely, m);
    return m - (1 << n);
  }

  /** A number of n bits, the lowest first. @param {Uint16Array} likely @param {number} n */
  reversed(likely, n) {
    let m = 1;
    let number = 0;
    for (let i = 0; i < n; i++) {
      const bit = this.bit(likely, m);
      m = m << 1 | bit;
      number |= bit << i;
    }
    return number;
  }

  /** A number of n bits that are as often 0 as 1. @param {number} n */
  plain(n) {
    let number = 0;
    for (let i = 0; i < n; i++) {
      this.#range >>>= 1;
      const bit = this.#code >= this.#range ? 1 : 0;
      if (bit) this.#code -= this.#range;
      number = number << 1 | bit;
      if (this.#range < 0x1000000) this.#more();
    }
    return number;
  }
}

/** How many bytes a match has. */
class Lengths {
  #choice = bits(2);
  #low = bits(8);
  #mid = bits(8);
  #high = bits(256);

  /** @param {RangeDecoder} read */
  next(read) {
    if (!read.bit(this.#choice, 0)) return 2 + read.number(this.#low, 3);
    if (!read.bit(this.#choice, 1)) return 10 + read.number(this.#mid, 3);
    return 18 + read.number(this.#high, 8);
  }
}

/** How far back matches begin, from 1. */
class Distances {
  #slots = Array.from({ length: 4 }, () => bits(64));
  #middle = Array.from({ length: 14 }, (_, slot) => bits(1 << Math.max((slot >> 1) - 1, 0)));
  #low = bits(16);

  /** @param {RangeDecoder} read @param {number} length of the match */
  next(read, length) {
    const slot = read.number(this.#slots[Math.min(length - 2, 3)], 6);
    if (slot < 4) return slot + 1;
    const n = (slot >> 1) - 1;
    const start = (2 | slot & 1) << n;
    if (slot < 14) return start + read.reversed(this.#middle[slot], n) + 1;
    return start + (read.plain(n - 4) << 4) + read.reversed(this.#low, 4) + 1;
  }
}

/** The bytes that are no part of a match. */
class Literals {
  /** For each of the eight ways in which the byte before begins. */
  #likely = Array.from({ length: 8 }, () => bits(0x300));

  /**
   * @param {RangeDecoder} read @param {number} before the byte before it
   * @param {number} other behind a match, the byte that would have gone on with it; otherwise -1
   */
  next(read, before, other) {
    const likely = this.#likely[before >> 5];
    let m = 1;
    if (other >= 0) {
      for (let same = true; same && m < 0x100;) {
        const expected = other >> 7 & 1;
        other <<= 1;
        const bit = read.bit(likely, 0x100 + (expected << 8) + m);
        m = m << 1 | bit;
        same = bit === expected;
      }
    }
    while (m < 0x100) m = m << 1 | read.bit(likely, m);
    return m & 0xff;
  }
}

/** How many bytes there are when they are unpacked. @param {Uint8Array} packed */
export const unpackedLength = (packed) => new DataView(packed.buffer, packed.byteOffset).getUint32(5, true);

/**
 * Unpacks step by step into `out`, and says at each how many bytes are there.
 * @param {Uint8Array} packed @param {Uint8Array} out
 * @returns {Generator<number, number>}
 */
export function* unpack(packed, out) {
  const read = new RangeDecoder(packed);
  const [isMatch, isRepeated, isLong, isOlder, isThird, isFourth] = Array.from({ length: 6 }, () => bits(12));
  const [lengths, repeatedLengths] = [new Lengths(), new Lengths()];
  const distances = new Distances();
  const literals = new Literals();
  let state = 0; // the kinds of what came last; from 7 on a match
  let [distance, second, third, fourth] = [1, 1, 1, 1]; // the last four, the newest first
  let at = 0;
  for (let step = stepLength; ; step += stepLength) {
    const end = Math.min(step, out.length);
    while (at < end) {
      if (!read.bit(isMatch, state)) {
        out[at] = literals.next(read, at > 0 ? out[at - 1] : 0, state < 7 ? -1 : out[at - distance]);
        at++;
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
        continue;
      }
      let length;
      if (!read.bit(isRepeated, state)) {
        [second, third, fourth] = [distance, second, third];
        length = lengths.next(read);
        distance = distances.next(read, length);
        state = state < 7 ? 7 : 10;
      } else {
        const older = read.bit(isOlder, state);
        if (!older && !read.bit(isLong, state)) {
          length = 1;
          state = state < 7 ? 9 : 11;
        } else {
          if (older && !read.bit(isThird, state)) [distance, second] = [second, distance];
          else if (older && !read.bit(isFourth, state)) [distance, second, third] = [third, distance, second];
          else if (older) [distance, second, third, fourth] = [fourth, distance, second, third];
          length = repeatedLengths.next(read);
          state = state < 7 ? 8 : 11;
        }
      }
      for (const stop = at + length; at < stop; at++) out[at] = out[at - distance];
    }
    if (at >= out.length) return at;
    yield at;
  }
}
