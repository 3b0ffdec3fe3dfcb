import { Flag, SentFile, Shown } from '../../platform/http/index.js';

export class StoredFileDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  name: string;

  @Shown.text({ example: 'application/pdf' })
  mime: string;

  @Shown.whole('字节数')
  size: number;

  @Shown.text()
  sha256: string;
}

export class FileQuery {
  @Flag({ inQuery: true, optional: true, description: '在页面中查看（PDF、图片），不另存' })
  view?: boolean;
}

export class UploadDto {
  @SentFile('PDF、PNG、JPG、DOCX、OFD，不超过 20 MB')
  file: unknown;
}
