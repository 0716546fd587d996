import { limits } from "../model/limits.js";

const ANY_NUMBER = /\*+|\+/g;

/**
 * True for a glob that may take too long to compare with a path that a stranger has named: each further `*` in a name
 * multiplies the ways to divide that name between them, and one repeated in parentheses doubles them with each character.
 */
export function isCostlyGlob(glob: string): boolean {
  const written = glob.replace(/\{(?:from|to)\}/g, "*");
  if (/[*+]\(|\)[*+]|\([^()]*[*+]/.test(written)) return true;
  const names = worstAlternatives(written).split("/");
  const globstars = names.filter((name) => name === "**").length;
  return globstars > limits.globstars || names.some((name) => countOf(name) > limits.wildcardsInName);
}

/** `{*.md,*.txt,a}` stands for the costliest of its alternatives, between marks that keep wildcards apart. */
function worstAlternatives(glob: string): string {
  const simpler = glob.replace(
    /\{([^{}]*)\}/g,
    (_, inside: string) =>
      `;${inside.split(",").reduce((worst, one) => (countOf(one) > countOf(worst) ? one : worst))};`,
  );
  return simpler === glob ? glob : worstAlternatives(simpler);
}

const countOf = (text: string): number => text.match(ANY_NUMBER)?.length ?? 0;
