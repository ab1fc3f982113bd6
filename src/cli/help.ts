/** What `isoplan help` prints. */
export const helpText = `isoplan: checks the network isolation of Azure Machine Learning designs.

  isoplan check FILE…               validate; several files are one design
  isoplan export FILE… --to FORMAT  write svg, png, markdown or json; --to may be repeated
  isoplan new BLUEPRINT             write a reference architecture as a design
  isoplan blueprints                list the reference architectures, the id first
  isoplan rules                     list the rules, the id first
  isoplan help                      this text
  isoplan --version                 the version

FILE is an Isoplan design or an Azure resource export, recognised by its content; - is standard input.

Options of check and export
  --goal NAME=VALUE   workspace=private|public, exfiltration-prevention=on|off,
                      internet-outbound=allowed|approved, cloud=public|us-government|china,
                      software=conda,pip,…; may be repeated; what is not stated is the strictest
  --complete          the files hold everything there is: what is missing does not exist
  --date YYYY-MM-DD   today, for expiry and title block; the clock's date when it is not given

Options of check
  --format FORMAT     text (default), json or markdown
  --strict            exit with 1 also for warnings and for what is not decided

Options of export and new
  -o, --output OUT    the file, or the folder for several; - is standard output

Exit status: 0 no errors, 1 some, 2 what was given could not be used.
`;
