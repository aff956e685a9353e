//! Looks through a workbook's zip before anybody reads it: what it unpacks to, and what it holds that would cost a reader
//! more memory than it has bytes.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::limits::{MAX_UNZIPPED_BYTES, Refusal, too_large, unreadable};
use crate::RuleName;
use crate::finding::said;

/// Most files in a workbook.
const MAX_PARTS: usize = 4_096;

/// Elements of which a reader keeps each, and how many there may be. Excel's own limits are lower, but for texts.
const MAX_ELEMENTS: [(&[u8], u64); 8] = [
    (b"si", 4_000_000),
    (b"xf", 70_000),
    (b"font", 10_000),
    (b"fill", 70_000),
    (b"border", 70_000),
    (b"numFmt", 10_000),
    (b"mergeCell", 200_000),
    (b"Relationship", 10_000),
];

/// Longest text or tag of a part in bytes: a reader holds it several times over. A cell of Excel has 32,767 characters.
const LONGEST_RUN: usize = 1 << 20;

/// What a workbook brings that its reader should know of.
#[derive(Debug, Default)]
pub(super) struct Package {
    /// It has macros; they are never run, nor read.
    pub(super) has_macros: bool,
}

pub(super) fn inspect(bytes: &[u8]) -> Result<Package, Refusal> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if zip.len() > MAX_PARTS {
        return Err(too_large(
            zip.len().to_string(),
            said(
                format!("工作簿内的文件超过 {MAX_PARTS} 个"),
                format!("the workbook holds more than {MAX_PARTS} files"),
            ),
        ));
    }
    let mut package = Package::default();
    let mut left = MAX_UNZIPPED_BYTES;
    let mut counts = [0; MAX_ELEMENTS.len()];
    for i in 0..zip.len() {
        let part = zip.by_index(i).map_err(unreadable)?;
        let name = part.name().map_err(unreadable)?.to_ascii_lowercase();
        package.has_macros |= name.ends_with("vbaproject.bin");
        // What the directory says is only a promise: the stream is counted too.
        if part.size() > left {
            return Err(bomb(&name));
        }
        let extension = name.rsplit('.').next().unwrap_or_default();
        let is_xml = matches!(extension, "xml" | "rels");
        left = scan(part, &name, is_xml, left, &mut counts)?;
    }
    Ok(package)
}

/// Reads a part to its end, and answers how many bytes the rest may unpack to.
fn scan(
    mut part: impl Read,
    name: &str,
    is_xml: bool,
    mut left: u64,
    counts: &mut [u64; MAX_ELEMENTS.len()],
) -> Result<u64, Refusal> {
    let mut buffer = vec![0; 64 << 10];
    let mut tags = Tags::default();
    loop {
        let length = part.read(&mut buffer).map_err(unreadable)?;
        if length == 0 {
            return Ok(left);
        }
        left = left.checked_sub(length as u64).ok_or_else(|| bomb(name))?;
        if is_xml && buffer[..length].contains(&0) {
            return Err(unreadable(format!("{name} is not UTF-8")));
        }
        for &byte in &buffer[..length] {
            tags.byte(byte, name, counts)?;
        }
        if is_xml && tags.run > LONGEST_RUN {
            let kib = LONGEST_RUN >> 10;
            let meaning = said(format!("一段文字超过 {kib} KiB"), format!("a text is longer than {kib} KiB"));
            return Err(too_large(name, meaning));
        }
    }
}

/// The names of elements in a stream of XML.
#[derive(Default)]
struct Tags {
    name: Vec<u8>,
    is_inside: bool,
    /// Bytes since the last tag began.
    run: usize,
}

impl Tags {
    /// Longest name, prefix included, that matters here.
    const LONGEST: usize = 64;

    fn byte(&mut self, byte: u8, part: &str, counts: &mut [u64; MAX_ELEMENTS.len()]) -> Result<(), Refusal> {
        self.run += 1;
        if byte == b'<' {
            self.run = 0;
            self.is_inside = true;
            self.name.clear();
        } else if self.is_inside {
            let ends = byte.is_ascii_whitespace() || byte == b'>' || byte == b'/' || self.name.len() == Self::LONGEST;
            if !ends {
                self.name.push(byte);
                return Ok(());
            }
            self.is_inside = false;
            if self.name.starts_with(b"!DOCTYPE") || self.name.starts_with(b"!ENTITY") {
                return Err(entities(part));
            }
            let local = self.name.rsplit(|&byte| byte == b':').next().unwrap_or_default();
            if let Some(i) = MAX_ELEMENTS.iter().position(|(name, _)| *name == local) {
                counts[i] += 1;
                if counts[i] > MAX_ELEMENTS[i].1 {
                    let (element, most) = (String::from_utf8_lossy(local).into_owned(), MAX_ELEMENTS[i].1);
                    let meaning = said(
                        format!("工作簿中的 <{element}> 超过 {most} 个"),
                        format!("the workbook has more than {most} <{element}>"),
                    );
                    return Err(too_large(part, meaning));
                }
            }
        }
        Ok(())
    }
}

fn bomb(part: &str) -> Refusal {
    let mib = MAX_UNZIPPED_BYTES >> 20;
    too_large(
        part,
        said(
            format!("解压后超过 {mib} MiB，可能是压缩炸弹"),
            format!("it unpacks to more than {mib} MiB; it may be a zip bomb"),
        ),
    )
}

fn entities(part: &str) -> Refusal {
    let meaning = said("XML 中含文档类型或实体声明", "its XML declares a document type or entities");
    let mend = said("请用 Excel 打开后另存为新的 xlsx", "open it in Excel and save it as a new xlsx");
    Refusal::new(RuleName::Entities, part, meaning, mend)
}
