// What the form viewer's fields do otherwise here, as its source says it and as it is put instead.
export const FIELDS = {
  // A number is written in any digits, and nothing that was typed is swallowed: what is no number stays to be seen and is refused.
  "onKeyPress: onKeyPress,": "",
  "stringValue = stringValue.replaceAll(',', '.');": "stringValue = plainDigits(stringValue);",
  "if (stringValue === '-') {\n      setDisplayValue('-');\n      return;\n    }\n": "",
  "if (isNaN(Number(stringValue))) {\n      setDisplayValue('NaN');\n      setCachedValue(null);":
    "if (!isPlainNumber(stringValue)) {\n      setDisplayValue(stringValue);\n      setCachedValue(stringValue);",
  "onInput: e => setValue(e.target.value, true),":
    "onInput: e => e.isComposing || setValue(e.target.value),\n          oncompositionend: e => setValue(e.target.value),",
  // The list of a field for several closes after each choice, so that it lies over nothing; it opens where something is typed or pressed.
  "// Ensure values cannot be double selected due to latency\n": "setIsEscapeClose(true);\n",
  // What takes a choice away says which.
  'title: "Remove tag",': 'title: formWord("Remove {0}", getLabelCorrelation(entry)),\n              "aria-label": formWord("Remove {0}", getLabelCorrelation(entry)),',
};
