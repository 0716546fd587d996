/** One file of a change. */
export type ChangedFile =
  | { readonly path: string; readonly kind: "added" | "modified" | "removed" }
  | { readonly path: string; readonly kind: "renamed"; readonly previousPath: string };

/** Every path at which a change has put, altered or taken away something. */
export const touchedPaths = (files: readonly ChangedFile[]): string[] =>
  files.flatMap((file) => (file.kind === "renamed" ? [file.path, file.previousPath] : [file.path]));
