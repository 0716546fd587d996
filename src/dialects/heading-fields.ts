import type { Declaration } from "../model/declaration.js";
import type { Dialect } from "./dialect.js";
import { declareItem } from "./shared/declare-item.js";
import { numberedBoxes } from "./shared/numbered-boxes.js";
import { sectionItems } from "./shared/section-items.js";
import { spokenDependencies } from "./shared/spoken-dependencies.js";

/** `### Phase 5: Serving` with fields below it: `**Depends on:** Phase 3`. */
export const headingFields: Dialect = {
  name: "heading-fields",
  *read(document): Iterable<Declaration> {
    // Headings that only part a numbered list are no items beside its own.
    const areGroups = numberedBoxes(document)?.headingsAreGroups ?? false;
    for (const item of sectionItems(document).values()) {
      const { title, section } = item;
      yield declareItem(title, {
        mention: "section",
        place: section.heading!.place,
        parent: item.parent,
        isDefinition: item.isDefinition && !areGroups,
        facts: item.facts,
        checkboxes: item.checkboxes,
        dialect: "heading-fields",
      });
    }
    yield* spokenDependencies(document);
  },
};
