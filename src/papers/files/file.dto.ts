import { ApiProperty } from '@nestjs/swagger';

export class StoredFileDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ example: 'application/pdf' })
  mime: string;

  @ApiProperty({ type: 'integer', description: '字节数' })
  size: number;

  @ApiProperty()
  sha256: string;
}

export class UploadDto {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'PDF、PNG、JPG、DOCX、OFD，不超过 20 MB',
  })
  file: unknown;
}
