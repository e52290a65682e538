skip = Skip to content
