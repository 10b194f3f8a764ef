/** The square symmetric matrix, row after row, of a lower triangle, row after row. */
export function squareOf(triangle: Float64Array, size: number): Float64Array {
  const square = new Float64Array(size * size);
  for (let j = 0, cell = 0; j < size; j += 1) {
    for (let k = 0; k <= j; k += 1, cell += 1) {
      square[j * size + k] = triangle[cell]!;
      square[k * size + j] = triangle[cell]!;
    }
  }
  return square;
}
