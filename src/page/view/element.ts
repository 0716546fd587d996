type Value = string | number | boolean | null;
type Child = Node | string | null;

/**
 * An element of HTML. Children that are text stay text, whatever they hold; attributes that are false or null are left
 * out. The page's policy ignores `style` and `on…` attributes: set properties and listeners instead.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Sets an attribute, or takes it away where the value is false or null. */
export function setAttribute(on: Element, name: string, value: Value): void {
  if (value === false || value === null) on.removeAttribute(name);
  else on.setAttribute(name, value === true ? "" : String(value));
}

/** A button that does something; it never submits anything. */
export function button(
  attributes: Readonly<Record<string, Value>>,
  press: (event: MouseEvent) => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", press);
  return made;
}
