/**
 * What a chained entry's payload holds of its shape: the number, so that nobody can have an entry read as another shape
 * than it was written in; nothing for shape 1, because entries were hashed before there were shapes.
 */
export function shapeToHash(shape: number): { readonly shape?: number } {
  return shape === 1 ? {} : { shape };
}
