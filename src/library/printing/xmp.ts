/** What a document says of itself, as XMP (ISO 16684-1) with the mark of PDF/UA-1 (ISO 14289-1, clause 5). */

export interface About {
  title: string;
  author: string;
  subject: string;
  keywords: readonly string[];
  /** The document's own is the first. */
  langs: readonly string[];
  creator: string;
  producer: string;
}

export function xmp({ title, author, subject, keywords, langs, creator, producer }: About): string {
  // In one language only: some programs show all of them, one after the other (pdf.js 5.6).
  const written = (words: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(words)}</rdf:li></rdf:Alt>`;
  const items = (words: readonly string[]) => words.map((one) => `<rdf:li>${escaped(one)}</rdf:li>`).join('');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title>${written(title)}</dc:title>
<dc:description>${written(subject)}</dc:description>
<dc:creator><rdf:Seq>${items([author])}</rdf:Seq></dc:creator>
<dc:subject><rdf:Bag>${items(keywords)}</rdf:Bag></dc:subject>
<dc:language><rdf:Bag>${items(langs)}</rdf:Bag></dc:language>
<pdf:Producer>${escaped(producer)}</pdf:Producer>
<pdf:Keywords>${escaped(keywords.join(', '))}</pdf:Keywords>
<xmp:CreatorTool>${escaped(creator)}</xmp:CreatorTool>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** XML 1.0 has no other way to hold control characters than to leave them out. */
function escaped(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu, '') // eslint-disable-line no-control-regex
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;');
}
