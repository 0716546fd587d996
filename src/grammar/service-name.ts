/**
 * A service's name as it is compared: `Payment Service`, `payment-service` and `PaymentService (v2)` are one. Empty for
 * what names none.
 */
export const serviceKey = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^()]{0,80}\)/g, "")
    .replace(/[^\p{L}\p{N}.]+/gu, "");
