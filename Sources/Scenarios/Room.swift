// The room's first source file; removed as soon as the room has types.
