/**
 * Writes the whole estate to `estate-1.json`, `estate-2.json` …: a page holds at most 1,000 rows,
 * and each answer's `skip_token` asks for the next.
 */
export const graphQueryCommand = [
  'page=1; token=',
  'while :; do',
  `  az graph query -q "resources | order by id asc" \\`,
  `    --first 1000 \${token:+--skip-token "$token"} \\`,
  `    --output json > "estate-$page.json"`,
  '  token=$(sed -n \\',
  `    's/^  "skip_token": "\\(.*\\)",*$/\\1/p' \\`,
  `    "estate-$page.json")`,
  '  [ -n "$token" ] || break',
  '  page=$((page + 1))',
  'done',
].join('\n');
