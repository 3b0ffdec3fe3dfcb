import { OFD, ofd, refusalOf, text } from '../testing/samples.js';

const page = (content: string) =>
  ofd({ 'Doc_0/Pages/Page_0/Content.xml': text(`<ofd:Page ${OFD}>${content}</ofd:Page>`) });
const action = (event: string, what: string) =>
  page(`<ofd:Actions><ofd:Action Event="${event}">${what}</ofd:Action></ofd:Actions>`);

describe('an OFD', () => {
  it('is taken with what a person may click, and with attachments that are texts', async () => {
    const attachments =
      '<ofd:Attachment><ofd:FileLoc>/Doc_0/Attachs/invoice.xml</ofd:FileLoc></ofd:Attachment>';
    const samples = [
      action('CLICK', '<ofd:URI URI="https://example.com"/>'),
      action('CLICK', '<ofd:GotoA AttachID="1"/>'),
      action('DO', '<ofd:Goto><ofd:Dest Type="Fit" PageID="1"/></ofd:Goto>'),
      page(attachments),
    ];
    for (const bytes of samples) expect(await refusalOf('a.ofd', bytes)).toBeNull();
  });

  it.each<[string, Buffer]>([
    ['opens an address by itself', action('DO', '<ofd:URI URI="https://example.com"/>')],
    ['opens an attachment with a page', action('PO', '<ofd:GotoA AttachID="1"/>')],
    ['plays a film by itself', action('DO', '<ofd:Movie ResourceID="1"/>')],
    ['has a link that runs', action('CLICK', '<ofd:URI URI="ms-msdt:/id"/>')],
    ['has a script', page('<ofd:JavaScript>x</ofd:JavaScript>')],
    ['fetches a part from elsewhere', page('<ofd:FileLoc> http://x/a.xml</ofd:FileLoc>')],
    ['fetches a part from a share', page('<ofd:PublicRes>\\\\x\\a.xml</ofd:PublicRes>')],
    ['fetches a page from elsewhere', page('<ofd:Page ID="1" BaseLoc="file:///etc/passwd"/>')],
  ])('is refused where it %s', async (_, bytes) => {
    expect(await refusalOf('a.ofd', bytes)).toBe('file-holds-active-content');
  });
});
