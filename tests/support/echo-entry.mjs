// Stands where the built terminal would: says by which Node it runs, with what, and ends with a code of its own.
console.log(JSON.stringify({ node: process.versions.node, args: process.argv.slice(2) }));
process.exitCode = 7;
