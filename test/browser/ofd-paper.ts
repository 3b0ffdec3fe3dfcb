/** A paper as an OFD: one page with a frame, a line of words and a picture (GB/T 33190-2016). */
import { strToU8, zipSync } from 'fflate';

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** @param words of its one line */
export function ofdPaper(words: string): Buffer {
  const parts: Record<string, string> = {
    'OFD.xml': `<ofd:OFD ${NS} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo/>
      <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${NS}><ofd:CommonData>
      <ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>
      <ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>
      <ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`,
    'Doc_0/DocumentRes.xml': `<ofd:Res ${NS} BaseLoc="Res"><ofd:MultiMedias>
      <ofd:MultiMedia ID="9" Type="Image"><ofd:MediaFile>plan.png</ofd:MediaFile></ofd:MultiMedia>
      </ofd:MultiMedias></ofd:Res>`,
    'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page ${NS}><ofd:Content><ofd:Layer ID="2">
      <ofd:PathObject ID="3" Boundary="20 30 170 120" LineWidth="0.5">
        <ofd:StrokeColor Value="0 0 128"/>
        <ofd:AbbreviatedData>M 0 0 L 170 0 L 170 120 L 0 120 C</ofd:AbbreviatedData></ofd:PathObject>
      <ofd:TextObject ID="4" Boundary="70 15 80 12" Size="8">
        <ofd:TextCode X="0" Y="9" DeltaX="g ${[...words].length - 1} 9">${words}</ofd:TextCode></ofd:TextObject>
      <ofd:ImageObject ID="5" Boundary="30 40 60 50" CTM="60 0 0 50 0 0" ResourceID="9"/>
      </ofd:Layer></ofd:Content></ofd:Page>`,
  };
  const texts = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return Buffer.from(
    zipSync({ ...Object.fromEntries(texts), 'Doc_0/Res/plan.png': new Uint8Array(PICTURE) }),
  );
}
