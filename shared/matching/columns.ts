/** Whole numbers in a row that grows as they come; half of it at most is spare. */
export class Column {
  #numbers = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const wider = new Int32Array(2 * this.length);
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#numbers[this.length++] = value;
  }

  /** @returns the numbers so far, without the spare room */
  take(): Int32Array {
    return this.#numbers.slice(0, this.length);
  }
}
