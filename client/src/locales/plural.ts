type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Chooses among a language's plural forms; `#` in the form is the number. */
export function pluralOf(tag: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(tag);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replaceAll('#', String(count));
}
