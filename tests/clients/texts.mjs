// Texts that programs on the way to AWS are known to trip over.

/** Each is the value of some member wherever that admits it. */
export const nasty = [
  // Blanks and lines.
  ...["", " ", "  two  blanks  ", "\t", "\n", "\r\n", "a\nb\n", "trailing\n"],
  // Quotes and escapes.
  ...["'", '"', "it's", '"quoted"', "'\"'\"'", "`id`", "\\", "\\\\", "\\n", "C:\\temp\\", "a\\'b", '\\"'],
  // What shells and templates replace.
  ...["$", "$HOME", "${x}", "$${x}", "$(id)", "$'x'", "!", "!!", "!x", "^", "*", "?", "../x", "~"],
  ...["%", "%PATH%", "%20", "%s%n", "%{if x}", "%%{x}", "{{ x }}", "{% x %}", "<%= x %>", "${AWS::Region}"],
  ...["{{resolve:ssm:x}}", "{{resolve:secretsmanager:x:SecretString:y}}"],
  // What command lines take for options, files and lists.
  ...["-", "--", "-x", "--help", "--cli-input-json", "@file", "file://x", "fileb://x", "file:///etc/hostname"],
  ...["http://x", "https://x", "[]", "{}", "[a]", "Key=a,Value=b", "a=b", "a,b", ",", ";", "&&", "||", "|", ">"],
  ...["<<EOT", "EOT", "/* x */", "//", "a/b"],
  // What YAML, JSON, HTML and spreadsheets take for something else.
  ...["!Ref x", "!Sub '${x}'", "- a", "a: b", "a:b", "# x", "a #b", "&a", "*a", "null", "true", "no"],
  ...["1", "-1", "+1", "1e3", "0x10", "007", "1_000", "2026-11-20", "<b>", "&amp;", "=1+1"],
  // What objects have, and functions of CloudFormation.
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "length", "Ref", "Fn::Sub"],
  // Control characters, and others that are not seen.
  ...["\u0000", "\u0001\u001b\u001f", "\u0007\b\f\v", "\u007f", "\u0080\u0085\u009f", "\u00a0", "\u2028\u2029"],
  ...["\ufeff", "\u202eabc", "\u200b", "\uffff"],
  // Characters of two, three and four bytes, and of several code points.
  ...["é", "e\u0301", "ÿ", "größe", "İıſK", "日本語", "\u0635\u0628\u0627\u062d", "\ud7ff\ue000"],
  ...["😀", "👩‍👩‍👧", "\u{1d11e}", "\u{10ffff}"],
];

/** A text: one of the above, several of them in a row, the shortest or the longest possible. */
export function anyText(chance, { admits = () => true, least = 0, most }) {
  const length = (text) => [...text].length;
  const fits = (text) => length(text) >= least && length(text) <= most && admits(text);
  const usable = nasty.filter(fits);
  const made = chance.choice(
    () => chance.one(usable),
    () => chance.one(usable),
    () => (least === 0 ? "" : chance.one(usable)),
    () => chance.some(4, usable).join(chance.one(["", " ", "-", "/"])),
    () => chance.some(40, usable).join(""),
    () => filled(chance.one(usable.filter((text) => text !== "")), most),
  );
  return fits(made) ? made : chance.one(usable);
}

/** A text again and again, up to a length in characters. */
function filled(text, most) {
  const characters = [...text];
  return Array.from({ length: most }, (_, index) => characters[index % characters.length]).join("");
}
