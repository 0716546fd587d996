/**
 * The value below which a share `u` (0 to 1) of a triangular distribution lies: the inverse of its distribution function
 * (Kotz and van Dorp, "Beyond Beta", 2004, chapter 1). With F = (mode − low) / (high − low) it is
 * low + √(u (high − low) (mode − low)) for u < F, and high − √((1 − u) (high − low) (high − mode)) otherwise.
 */
export function triangular(u: number, low: number, mode: number, high: number): number {
  const spread = high - low;
  if (spread <= 0) return low;
  if (u * spread < mode - low) return low + Math.sqrt(u * spread * (mode - low));
  // Rounding must not lead out of the range.
  return Math.max(mode, high - Math.sqrt((1 - u) * spread * (high - mode)));
}
