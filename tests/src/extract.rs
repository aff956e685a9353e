//! Writes small extracts byte by byte (wiki, `PBF Format`).

/// Key and value.
pub type Tags = &'static [(&'static str, &'static str)];

/// A node: number, longitude and latitude in 1e-7 degrees, tags.
pub type Node = (i64, [i64; 2], Tags);

/// Nodes in a block, as programs that write extracts have it.
const BLOCK_NODES: usize = 8_000;

/// What an extract holds.
#[derive(Clone, Debug, Default)]
pub struct Extract {
    /// Its nodes.
    pub nodes: Vec<Node>,
    /// Number, nodes, tags.
    pub ways: Vec<(u64, Vec<i64>, Tags)>,
    /// Number, ways among the members, tags.
    pub relations: Vec<(u64, Vec<i64>, Tags)>,
    /// When it was taken from OpenStreetMap, in seconds since 1970.
    pub time: Option<u64>,
    /// When each way was edited, in seconds since 1970.
    pub edited: Vec<u64>,
    /// A feature that readers must know, beside the usual ones.
    pub feature: Option<&'static str>,
}

/// How an extract is written.
#[derive(Clone, Copy)]
pub struct Form {
    /// Whether nodes stand in columns (`DenseNodes`), as in all extracts of today, or one by one.
    pub dense: bool,
    /// Makes a blob of its kind and content.
    pub blob: fn(&str, &[u8]) -> Vec<u8>,
}

impl Extract {
    /// Streets in a plane: each node is (number, east, north) in metres from the point 119.4° E on the equator.
    pub fn plane(nodes: &[(i64, f64, f64)], ways: &[(u64, &[i64], Tags)]) -> Self {
        // Metres in a degree there: of longitude, and of latitude.
        let [east, north] = [111_319.490_793, 110_574.275_822];
        let units = |metres: f64, degree: f64| (metres / degree * 1e7).round() as i64;
        let place = |x, y| [1_194_000_000 + units(x, east), units(y, north)];
        let nodes = nodes.iter().map(|&(id, x, y)| (id, place(x, y), [].as_slice()));
        let ways = ways.iter().map(|&(id, refs, tags)| (id, refs.to_vec(), tags));
        Self { nodes: nodes.collect(), ways: ways.collect(), ..Self::default() }
    }

    /// The same with tags on a node.
    #[must_use]
    pub fn with_node_tags(mut self, id: i64, tags: Tags) -> Self {
        self.nodes.iter_mut().filter(|node| node.0 == id).for_each(|node| node.2 = tags);
        self
    }

    /// The file, with nodes in columns and nothing packed.
    pub fn bytes(&self) -> Vec<u8> {
        self.bytes_in(Form { dense: true, blob })
    }

    /// The file. Nodes, ways and relations stand in blobs of their own, as in extracts.
    pub fn bytes_in(&self, Form { dense, blob }: Form) -> Vec<u8> {
        let features = [Some("OsmSchema-V0.6"), Some("DenseNodes"), self.feature];
        let features = features.into_iter().flatten().flat_map(|feature| bytes(4, feature.as_bytes()));
        let header = features.chain(self.time.into_iter().flat_map(|time| unsigned(32, time))).collect::<Vec<_>>();
        let mut file = blob("OSMHeader", &header);
        for nodes in self.nodes.chunks(BLOCK_NODES) {
            let mut block = Block::default();
            let group = if dense { block.dense(nodes) } else { block.plain(nodes) };
            file.extend(blob("OSMData", &block.content(&[group])));
        }
        for (list, field) in [(&self.ways, 3), (&self.relations, 4)] {
            let mut block = Block::default();
            let edited =
                self.edited.iter().map(|time| bytes(4, &unsigned(2, *time))).chain(std::iter::repeat(Vec::new()));
            let elements =
                list.iter().zip(edited).map(|(element, edited)| [block.element(field, element), edited].concat());
            let groups = elements.map(|element| bytes(field, &element)).collect::<Vec<_>>();
            file.extend(blob("OSMData", &block.content(&groups)));
        }
        file
    }
}

/// A block being written: the texts that its elements name by number.
struct Block {
    texts: Vec<&'static str>,
}

impl Default for Block {
    /// Number 0 is no text: it ends the tags of a dense node.
    fn default() -> Self {
        Self { texts: vec![""] }
    }
}

impl Block {
    fn number(&mut self, text: &'static str) -> u64 {
        let known = self.texts.iter().position(|known| *known == text);
        known.unwrap_or_else(|| {
            self.texts.push(text);
            self.texts.len() - 1
        }) as u64
    }

    fn dense(&mut self, nodes: &[Node]) -> Vec<u8> {
        let mut keys_values = Vec::new();
        for (_, _, tags) in nodes {
            for (key, value) in *tags {
                keys_values.extend([self.number(key), self.number(value)]);
            }
            keys_values.push(0);
        }
        let column = |of: fn(&Node) -> i64| nodes.iter().map(of).collect::<Vec<_>>();
        let columns = [
            deltas(1, &column(|node| node.0)),
            deltas(8, &column(|node| node.1[1])),
            deltas(9, &column(|node| node.1[0])),
            packed(10, &keys_values),
        ];
        bytes(2, &columns.concat())
    }

    /// Nodes one by one.
    fn plain(&mut self, nodes: &[Node]) -> Vec<u8> {
        let zigzag = |value: i64| (value << 1 ^ value >> 63) as u64;
        let node = |(id, [lon, lat], tags): &Node| {
            let [keys, values] = self.tags(tags);
            let own = [unsigned(1, zigzag(*id)), keys, values, unsigned(8, zigzag(*lat)), unsigned(9, zigzag(*lon))];
            bytes(1, &own.concat())
        };
        nodes.iter().flat_map(node).collect()
    }

    /// The keys of tags, and their values.
    fn tags(&mut self, tags: Tags) -> [Vec<u8>; 2] {
        let keys: Vec<u64> = tags.iter().map(|(key, _)| self.number(key)).collect();
        let values: Vec<u64> = tags.iter().map(|(_, value)| self.number(value)).collect();
        [packed(2, &keys), packed(3, &values)]
    }

    /// A way (field 3 of a group) or a relation (field 4) whose members are ways.
    fn element(&mut self, field: u64, (id, refs, tags): &(u64, Vec<i64>, Tags)) -> Vec<u8> {
        let [keys, values] = self.tags(tags);
        let own = [unsigned(1, *id), keys, values].concat();
        let members = if field == 3 {
            deltas(8, refs)
        } else {
            let same = |value| vec![value; refs.len()];
            [packed(8, &same(0)), deltas(9, refs), packed(10, &same(1))].concat()
        };
        [own, members].concat()
    }

    fn content(&self, groups: &[Vec<u8>]) -> Vec<u8> {
        let table: Vec<u8> = self.texts.iter().flat_map(|text| bytes(1, text.as_bytes())).collect();
        let groups = groups.iter().flat_map(|group| bytes(2, group));
        bytes(1, &table).into_iter().chain(groups).collect()
    }
}

/// A blob with its header and the length before it; its content is not packed.
pub fn blob(kind: &str, content: &[u8]) -> Vec<u8> {
    framed(kind, &bytes(1, content))
}

/// A `Blob` message with its header and the length before it.
pub fn framed(kind: &str, blob: &[u8]) -> Vec<u8> {
    let header = [bytes(1, kind.as_bytes()), unsigned(3, blob.len() as u64)].concat();
    [&(header.len() as u32).to_be_bytes()[..], &header, blob].concat()
}

/// A field of a protocol buffer: bytes with their length.
pub fn bytes(number: u64, content: &[u8]) -> Vec<u8> {
    [varint(number << 3 | 2), varint(content.len() as u64), content.to_vec()].concat()
}

fn varint(mut value: u64) -> Vec<u8> {
    let mut out = Vec::new();
    while value > 0x7f {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
    out
}

/// A field that is a number.
pub fn unsigned(number: u64, value: u64) -> Vec<u8> {
    [varint(number << 3), varint(value)].concat()
}

fn packed(number: u64, values: &[u64]) -> Vec<u8> {
    bytes(number, &values.iter().flat_map(|&value| varint(value)).collect::<Vec<_>>())
}

/// Numbers as the differences of their neighbours, zigzag.
fn deltas(number: u64, values: &[i64]) -> Vec<u8> {
    let before = std::iter::once(&0).chain(values);
    let zigzag = |delta: i64| (delta << 1 ^ delta >> 63) as u64;
    packed(number, &before.zip(values).map(|(a, b)| zigzag(b.wrapping_sub(*a))).collect::<Vec<_>>())
}
